# The desk: words that services, requests and bookings share.
channel-web = Website
channel-counter = Counter
channel-telephone = Telephone
channel-open311 = Open311
