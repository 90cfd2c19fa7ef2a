-- Names of the people of a reading, every spelling. Parameters: 1 reading key. Columns: person, text, folded, main.
-- Asked by: Record::index_names.
select s.person, s.text, s.folded, s.text = p.name
from spellings s
join persons p on p.reading = s.reading and p.person = s.person
where s.reading = ?1
order by s.person, s.spelling;
