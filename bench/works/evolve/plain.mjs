/** A day as the account keeps it. */
export function dayOf(on) {
  return monthOfDate(on) * 31 + Number(on.slice(8)) - 1;
}

/** The month of a day as the account keeps it. */
export function monthOf(day) {
  return Math.floor(day / 31);
}

function monthOfDate(on) {
  return Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1;
}

/** Amounts by month with an entry's amount more; a frozen list of its own. */
export function plusIn(months, month, amount) {
  const made = [...months];
  let at = made.length - 3;
  while (at >= 0 && made[at] !== month) at -= 3;
  if (at < 0) made.push(month, amount, 1);
  else {
    made[at + 1] += amount;
    made[at + 2] += 1;
  }
  return Object.freeze(made);
}
