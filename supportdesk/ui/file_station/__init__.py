"""The page of clients' data files: who has an old copy, each file's versions, copies taken and audits."""
