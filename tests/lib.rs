//! Helpers shared by the tests of the whole house.
