-- People one of whose spellings holds a word. Parameters: 1 folded word. Columns: reading key, person, folded.
-- Asked by: Record::person_search, which looks at the other words itself.
select s.reading, s.person, s.folded
from spellings s
join readings r on r.key = s.reading
join document_versions v on v.key = r.version
join documents d on d.key = v.document
where instr(s.folded, ?1) > 0
order by v.published desc, d.id, s.person, s.spelling;
