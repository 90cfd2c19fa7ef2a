-- A claim about two parties.
-- Parameters: 1 the party that stands first by letters, 2 the other, 3 document id, 4 claim, 5 reading, 6 version key.
-- Asked by: derive.
insert into claim_pairs (a, b, published, document, claim, reading)
select ?1, ?2, coalesce(v.published, ''), ?3, ?4, ?5 from document_versions v where v.key = ?6
on conflict do nothing;
