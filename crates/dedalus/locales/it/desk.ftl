# Lo sportello: le parole comuni a servizi, richieste e prenotazioni.
channel-web = Sito
channel-counter = Sportello
channel-telephone = Telefono
channel-open311 = Open311
