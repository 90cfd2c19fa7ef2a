-- Names with a word that begins with some letters. Parameters: 1 the letters, 2 the first string after all that begin so. Columns: name, folded.
-- Asked by: Record::person_search, which looks at the other words itself.
select distinct s.key, s.folded
from name_words w
join spelled s on s.key = w.name
where w.word >= ?1 and w.word < ?2;
