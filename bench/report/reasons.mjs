// Why a target is missed, where it is; by the work and the target's own words. A report with a miss that has no reason here is not
// written, and a reason whose target is met is left out of it.

export const REASONS = {};
