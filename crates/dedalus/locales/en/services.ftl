# Cards of services.
