/** What a new standoff begins with: two parties that each can give way, to be renamed and added to. */
export const FRESH = `standoff: 1
title: A new standoff
about: Say in a sentence or two what it is about.

parties:
  first: The first party
  second: The second party

options:
  first_yields:
    owner: first
    title: give way
  second_yields:
    owner: second
    title: give way

status quo: []

preferences:
  # Most important first: what each wants.
  first:
    - second_yields
    - not first_yields
  second:
    - first_yields
    - not second_yields
`;
