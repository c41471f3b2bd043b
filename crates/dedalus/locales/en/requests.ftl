# Reports and requests.
