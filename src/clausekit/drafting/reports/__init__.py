"""Treaty → reports for people: a summary, a sheet of duties for each Party, a sheet of open issues, the skeleton of an explanatory memorandum."""
