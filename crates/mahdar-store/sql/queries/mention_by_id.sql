-- Where a mention stood when it got its id.
-- Parameters: 1 id. Columns: id, kind, version key, field, span_start, span_end, document id, text_sha256.
-- Asked by: Record::address.
select m.id, m.kind, m.version, m.field, m.span_start, m.span_end, d.id, v.text_sha256
from mentions m
join document_versions v on v.key = m.version
join documents d on d.key = v.document
where m.id = ?1;
