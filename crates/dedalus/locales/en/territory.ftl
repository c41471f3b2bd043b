# The territory: boundary, streets, map.
