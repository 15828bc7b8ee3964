### The groups, their desks and what they do with ideas.

## Groups

groups-title = Groups
groups-lead = Every idea gets a group that answers. Here you see which they are, what they may decide and who sits in them.
groups-none = No groups yet
groups-none-next = An administrator adds the groups. Meanwhile you can read the ideas.
groups-chair = Chair: { $name }
groups-seats = { $count ->
    [one] { $count } seat
   *[other] { $count } seats
}
groups-open-ideas = { $count ->
    [0] No ideas on the desk
    [one] { $count } idea on the desk
   *[other] { $count } ideas on the desk
}

group-kind-steering = Steering group
group-kind-youth_council = Youth council
group-kind-process = Process group

seat-role-chair = Chair
seat-role-coordinator = Coordinator
seat-role-secretary = Secretary
seat-role-member = Member

tie-rule-chair = If the votes are equal, the chair decides.
tie-rule-lot = If the votes are equal, we draw lots.
tie-rule-no_decision = If the votes are equal, nothing is decided. The group then discusses again.

## Suggesting a group

routing-sure = Sure
routing-likely = Likely
routing-unsure = Unsure
routing-theme = { $group } answers for ideas with this theme.
routing-words-theme = The text has words that usually belong to the theme: { $words }.
routing-words-name = The group's name has the same words: { $words }.
routing-words-mandate = What the group may decide about has the same words: { $words }.
routing-words-network = The network that the group builds on has the same words: { $words }.
routing-area = Somebody in the group speaks for that part of the area.
routing-less-to-do = Another group fits equally well, but this one has less on its desk ({ $count }).
routing-elsewhere = The words of the text fit { $group } better. Read once more before you choose.

# Words that usually belong to a theme. They help the moderator to find the right group and are shown only there.
theme-words-arbete = work job jobs internship trainee wage employment employer unemployed company profession apprentice interview career
theme-words-trygghet = safe safety unsafe lamp lamps light lighting dark darkness afraid security guard police camera stairwell crime speed traffic bushes crossing vandalism
theme-words-utbildning = school pupil student teacher homework read reading book books library language swedish preschool course study education headmaster teaching
theme-words-fritid = leisure play playground sport sports football hall gym training swim swimming dance music theatre concert cinema game park swings cycling forest holiday camp activities youth culture
theme-words-samverkan = cooperation collaborate association associations network agreement premises catalogue dialogue meeting grant council steering
