"""Draft ↔ Akoma Ntoso 1.0 (OASIS LegalDocumentML), the XML in which parliaments and international bodies exchange legal texts."""
