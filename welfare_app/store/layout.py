"""What the files of a vault are called."""

RECORDS, IN_USE = "records.db", "in-use.lock"
