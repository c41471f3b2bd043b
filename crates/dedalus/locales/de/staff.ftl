# The office: absences, verification at the counter, review
