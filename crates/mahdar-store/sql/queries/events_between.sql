-- Events with two parties on different sides, the newest first, the undated last.
-- Parameters: 1 one party, 2 the other. Columns: reading key, event.
-- Asked by: Record::events_between.
select e.reading, e.event
from events e
join readings r on r.key = e.reading
join document_versions v on v.key = r.version
join documents d on d.key = v.document
where exists (
  select 1
  from event_parties p
  join event_parties q on q.reading = p.reading and q.event = p.event and q.side <> p.side
  where p.reading = e.reading and p.event = e.event and p.party = ?1 and q.party = ?2
)
order by case when e.precision in ('day', 'month', 'year', 'interval') then 0 else 1 end,
  e.date desc, v.published desc, d.id, e.event;
