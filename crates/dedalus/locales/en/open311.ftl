# Open311 GeoReport v2: answers to programs, and the keys.
admin-open311 = Open311
open311-lead = Other programs read public reports without a key. To send reports they need one: here you give keys and take them back.
open311-endpoint = Address to register
open311-keys = Keys
open311-keys-empty = No key yet: for now one can only read.
open311-key-made = Copy it now and send it by a safe way: we do not show it again.
open311-name = Whose it is
open311-name-help = The program, the office or the company that uses it.
open311-mail = Email of who answers for it
open311-daily = Reports a day
open311-daily-help = How many it may send in a day, at most.
open311-reports = Arrived
open311-since = Since
open311-revoked = taken back
open311-revoke-title = Take the key back?
open311-revoke-text = From now on it sends nothing. Reports that have arrived stay. A key that was taken back does not return: make another one if you need it.
open311-open-data = Open data / Open311
open311-notice = { $n ->
    [one] We answer within one day.
   *[other] We answer within { $n } days.
}
open311-contact = { $town }: { $mail }
open311-key-service = To send reports you need a key: ask { $mail } for one and say which program will use it.
open311-unknown = There is no such address.
open311-failed = Something did not work. Try again in a moment; if it goes on, write to us.
open311-too-many = Too many requests: wait as long as Retry-After says.
open311-jurisdiction-unknown = jurisdiction_id: here there is only { $ours }.
open311-service-missing = service_code: it is missing.
open311-service-unknown = service_code: there is no “{ $code }”.
open311-request-unknown = service_request_id: there is no “{ $id }”.
open311-key-missing = api_key: it is missing. You need it to send.
open311-key-wrong = api_key: it does not count.
open311-date = start_date, end_date: write a date like 2028-02-24T10:00:00+01:00.
open311-dates-turned = end_date comes before start_date.
open311-dates-far = Between start_date and end_date there are 90 days at most.
open311-status = status: open, closed, or both with a comma.
open311-many-ids = service_request_id: 1000 numbers at most.
open311-photo-lost = The photo sent with the report could not be fetched.
error-open311-name = Write whose it is, with 2 to 80 characters.
error-open311-daily = Write a number from 1 to 100000.
error-open311-place = A place is needed: lat and long, address_string or address_id.
error-open311-address = This address is not in the street register: write it like “Via Garibaldi 12”.
error-open311-long = { $max } characters at most.
error-open311-media = An address that begins with https:// is needed.
act-open311-key-made = Open311 key made
act-open311-key-revoked = Open311 key taken back
job-kind-open311-photo = photo from another address
