# Bookings and the calendar.
