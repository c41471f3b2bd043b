# The territory: boundary, streets, map.

## The map
map-title = Map
map-of-town = Map of the town
map-show = Show on the map
map-beside = Beside the map
map-none = There is no map yet
map-none-text = The town has not uploaded its boundary and streets yet.
map-open = Open the map
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-pin = Pin: move it with the arrow keys
map-own = Drawing: { $town }
map-near = { $metres } metres from { $address }
map-nearest = Nearest address
map-district = District
map-point = Point
map-layers = What is on the map
map-layers-help = Everything can also be read as a list.
map-layer-list = { $name }: list

## A place in a form
place-label = Address or place
place-help = Street and number, or the name of a place. You do not need the map.
place-search = Look up the address
place-position = Use my position
place-none = No address is like what you wrote. You can leave it as it is, in your own words.
place-found = Addresses found: %n
place-list = Addresses
place-which = Which of these?
place-next-to = the nearest number
place-chosen = Chosen point: %s
place-chosen-now = Chosen point: { $place }
place-drop = Remove the point
place-gone = The point is gone.
place-map = Map of the place
place-map-help = Tap the map to set the pin. By keyboard: Enter on the map sets the pin in its middle, the arrow keys move it, faster with Shift.
place-waiting = Looking for your position.
place-denied = The browser may not say where you are. Write the address, or tap the map.
place-unavailable = Your position cannot be found. Write the address, or tap the map.
place-late = The position does not arrive. Try again, or write the address.
place-failed = I cannot search now. You can write the address and go on.
error-place-empty = Say where: a street, a number, the name of a place.
error-place-long = The place is too long: 200 characters are enough.
error-place-point = The point is no place on earth. Choose it again.
error-place-outside = This point is outside our town. Move it inside the boundary, or turn to the neighbouring town.

## Addresses and districts
addresses-title = Addresses
addresses-title-for = Addresses: { $words }
addresses-words = Street and number
addresses-hint = Write a street and, if you like, the number. Typing errors do not matter.
addresses-empty = No address for “{ $words }”
addresses-empty-text = Try fewer words, without abbreviations.
districts-empty = There are no districts yet
districts-empty-text = The town has not uploaded them yet.

## Administration
admin-territory = Territory
territory-lead = The map, the search of addresses and the check of the boundary come from here.
territory-see-map = See the map
territory-data = Data
territory-rows = Rows
territory-source = From where
territory-by = Who
territory-live-since = In force since
territory-by-command = command line
territory-missing = missing
territory-boundary = Boundary
territory-districts = Districts
territory-base = Base drawing
territory-addresses = Streets and civic numbers
territory-boundary-about = What lies in the town and what does not.
territory-districts-about = The parts of the town, with their names.
territory-base-about = Sea, green and streets of the drawn map.
territory-addresses-about = To look an address up, and to find the one nearest to a point.
territory-boundary-format = GeoJSON in WGS 84, one or more areas. Up to 48 MB.
territory-districts-format = GeoJSON in WGS 84, one area a district, with the property “nome”. Up to 48 MB.
territory-base-format = GeoJSON in WGS 84. The property “tipo” says what it is: mare, verde, porto (areas), strada, vicolo, ferrovia (lines). “nome” is the street’s name. Up to 48 MB.
territory-addresses-format = CSV with the columns via, civico, esponente (if needed), lat, lon, also as ANNCSU gives them; or GeoJSON of points. Coordinates in WGS 84. Up to 48 MB.
territory-tiles = Background of the map
territory-tiles-own = We draw the map with the data above. Another background is chosen in the settings, section [map].
territory-tiles-from = The background comes from { $host }. When it does not answer, we draw the map.
territory-live = In force
territory-count =
    { $n ->
        [one] one row
       *[other] { $n } rows
    }
territory-download = Download the file
territory-undo = Undo the last import
territory-replace = Replace
territory-new = Upload the first file
territory-file = File
territory-check = Upload and check
territory-faults = What to mend in the file
territory-line = Line
territory-whole-file = file
territory-fault = What is wrong
territory-more-faults = There are more: mend these and upload the file again.
territory-history = Imports
territory-import-title = Import of { $file }
territory-sound =
    { $n ->
        [one] The file is sound: one row.
       *[other] The file is sound: { $n } rows.
    }
territory-repeated =
    { $n ->
        [one] One row repeats an address: the first is kept.
       *[other] { $n } rows repeat an address: the first ones are kept.
    }
territory-outside =
    { $n ->
        [one] One address lies outside the boundary: are latitude and longitude in their places?
       *[other] { $n } addresses lie outside the boundary: are latitude and longitude in their places?
    }
territory-first-rows = The first rows
territory-points =
    { $n ->
        [one] one point
       *[other] { $n } points
    }
territory-what-happens = The new data take the place of the present ones all at once, when they are written. It can be undone.
territory-start =
    { $n ->
        [one] Import one row
       *[other] Import { $n } rows
    }
territory-discard = Leave it
territory-loading = The data are being written. You may close this page.
territory-loading-now = An import is under way:
territory-progress = Progress
territory-done-of = { $done } of { $total }
territory-stop = Stop the import
territory-is-live = These data are in force.
territory-is-replaced = These data were replaced. You can bring them back by undoing the last import.
territory-is-gone = This import is no more.
territory-state-draft = to be confirmed
territory-state-loading = under way
territory-state-live = in force
territory-state-replaced = the one before
territory-state-gone = removed
territory-undo-title = Undo the last import
territory-undo-text = “{ $now }” leaves, “{ $before }” is in force again.
territory-undo-none = “{ $now }” leaves and nothing was there before: these data will be missing.
territory-undo-send = Undo the import
territory-busy = Another import of these data is under way. Wait until it ends, or stop it.
territory-stopped = The import was stopped.
territory-undone-already = The import in force has changed meanwhile. Look at the page again.
toast-territory-started = The import has begun.
toast-territory-discarded = The file was removed.
toast-territory-undone = The import is undone.
act-territory-imported = data of the territory imported
act-territory-stopped = import of the territory stopped
act-territory-undone = import of the territory undone
error-territory-no-file = Choose a file.
error-territory-large = The file is too large: 48 MB at the most.
error-territory-faults = Something in the file must be mended: nothing was imported.
error-territory-empty = The file is empty.
error-territory-many = The file has too many rows: { $value } at the most.
error-territory-columns = The columns via, lat and lon are missing. I found: { $value }
error-territory-street = The street’s name is missing or too long: “{ $value }”
error-territory-number = This is no civic number: “{ $value }”
error-territory-point = These are no WGS 84 coordinates in degrees: “{ $value }”
error-territory-json = This is no GeoJSON: { $value }
error-territory-system = The coordinates must be WGS 84, not { $value }
error-territory-kind = This kind is not drawn: “{ $value }”
error-territory-name = The name is missing or too long: “{ $value }”
error-territory-shape = The shape is missing, broken, or not in degrees of WGS 84: “{ $value }”
error-territory-line = A line is needed here: “{ $value }”
error-territory-area = An area is needed here: “{ $value }”
