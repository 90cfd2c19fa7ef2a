-- Where a name stands in readings that count. Parameters: 1 name, 2 the least of main. Columns: reading key, person.
-- Asked by: Record::person_search.
select distinct p.reading, p.person
from name_places p
join readings r on r.key = p.reading and r.current = 1
where p.name = ?1 and p.main >= ?2;
