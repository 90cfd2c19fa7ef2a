-- Claims about two states in either order, the newest document first, then as the text runs.
-- Parameters: 1 the state that stands first by letters, 2 the other. Columns: reading key, claim.
-- Asked by: Record::claims_of_pair.
select reading, claim
from claim_pairs
where a = ?1 and b = ?2
order by published desc, document, claim;
