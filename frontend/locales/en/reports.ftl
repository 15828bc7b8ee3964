### Decisions and results: what became of the ideas.

results-title = Decisions and results
results-lead = Here you see what became of the ideas, also what did not happen.
results-funnel = Ideas that arrived in { $year }
results-other-years = Other years:
results-outcomes = Decisions: { $yes } yes, { $partly } yes in part and { $no } no.
results-steps = How long it took
results-steps-lead = Half of the ideas were faster than the median, half were slower.
results-steps-caption = Time for each step, ideas of { $year }
results-step = Step
results-median = Median
results-promise = We promise
results-in-time-title = In time
results-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
results-in-time = { $count } of { $all }
results-none = –
results-refused = What was not published
results-refused-caption = Reasons, ideas of { $year }
results-refused-none = All ideas of the year are published or are being read.
results-ground = Reason
results-ideas = Ideas
results-not-done = This did not happen – because
results-not-done-none = No idea has been declined or stopped yet.
results-years = Year by year
results-years-caption = How far the ideas came, by the year in which they arrived
results-year = Year
results-csv = Get the table as CSV
results-computed = The figures were counted { $moment } and are counted anew every hour.
stage-received = arrived
stage-published = were published
stage-with_group = came to a group
stage-decided = got a decision
stage-started = were begun
stage-done = are carried out
step-read = From arrival until everyone could read it
step-support = From publication to the group
step-answer = From the group to the decision
step-start = From yes until the work began
step-carry_out = From the beginning to the end
