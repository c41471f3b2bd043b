# Providers of identity and the directory
