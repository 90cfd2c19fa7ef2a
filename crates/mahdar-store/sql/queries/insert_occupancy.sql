-- An office a person is seen in.
-- Parameters: 1 reading, 2 person, 3 office, 4 title, 5 position, 6 institution, 7 state, 8 acting, 9 former, 10 accredited_to, 11 field, 12 span_start, 13 span_end.
-- Asked by: derive.
insert into occupancies (reading, person, office, title, position, institution, state, acting, former, accredited_to, field, span_start, span_end)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13);
