-- Lines of the register on a subject.
-- Parameters: 1 subject. Columns: subject, property, value, original, lang, provenance, document id, version, field, span_start, span_end, sha256, line, column_number.
-- Asked by: Record::entries.
select e.subject, e.property, e.value, e.original, e.lang, e.provenance, d.id, v.version, e.field, e.span_start, e.span_end, f.sha256, e.line, e.column_number
from entries e
left join document_versions v on v.key = e.version
left join documents d on d.key = v.document
left join indicator_files f on f.key = e.file
where e.subject = ?1
order by e.key;
