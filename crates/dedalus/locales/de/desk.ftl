# Der Schalter: was Leistungen, Anliegen und Termine gemeinsam haben.
channel-web = Website
channel-counter = Schalter
channel-telephone = Telefon
channel-open311 = Open311
