# One’s own data: consents, download, end of the account, register of processing
