import { text } from '../words.js';

export const requests = {
  navRequests: text('申请', 'Requests'),
  requestsTitle: text('撤销和更正申请', 'Requests to undo or correct'),
  requestsLead: text(
    '按规则无权撤销或更正某笔登记的，可在对账单的该笔登记处提出申请，由有权办理的单位答复。',
    'Whoever may not undo or correct an entry by the rules asks for it from its line on the statement; an office that may answers.',
  ),
  forYou: text('待本单位办理', 'Waiting for your office'),
  otherRequests: text('其他申请', 'Other requests'),
  noneForYou: text('没有待本单位办理的申请。', 'Nothing is waiting for your office.'),
  requestsWaiting: (n: number) =>
    text(
      `有 ${n} 项撤销或更正申请待本单位办理`,
      n === 1 ? '1 request waits for your office' : `${n} requests wait for your office`,
    ),
  askUndo: text('申请撤销', 'Ask to undo'),
  askCorrect: text('申请更正', 'Ask to correct'),
  askUndoEntry: (what: string) => text(`申请撤销：${what}`, `Ask to undo: ${what}`),
  askCorrectEntry: (what: string) => text(`申请更正：${what}`, `Ask to correct: ${what}`),
  askLead: (offices: string) =>
    text(`提交后由${offices}办理，结果在“申请”页查看。`, `${offices} will answer; see the page 'Requests'.`),
  submitRequest: text('提交申请', 'Send the request'),
  requestReason: text('申请原因', 'Reason'),
  requestToUndo: text('撤销申请', 'Request to undo'),
  requestToCorrect: text('更正申请', 'Request to correct'),
  requestUndoOf: (id: string) => text(`撤销申请：${id}`, `Request to undo an entry: ${id}`),
  requestCorrectOf: (id: string) => text(`更正申请：${id}`, `Request to correct a score: ${id}`),
  request: text('申请', 'Request'),
  requestState: text('办理情况', 'State'),
  requestOpen: text('待办理', 'open'),
  requestGranted: text('已同意', 'granted'),
  requestDeclined: text('未同意', 'declined'),
  requestPast: text('无需办理', 'no longer needed'),
  requestPastText: text(
    '该笔登记已撤销，或账户已注销，本申请无需办理。',
    'The entry has been undone, or the account is closed: nothing is left to do.',
  ),
  requestIn: text('已提交，待办理', 'The request is sent and waits'),
  askedBy: text('申请人', 'Asked by'),
  askedOn: text('申请日期', 'Asked on'),
  waitsFor: text('可办理的单位', 'Who may grant it'),
  grantedBy: (name: string, on: string) => text(`${name} 于 ${on} 同意`, `Granted by ${name} on ${on}`),
  declinedBy: (name: string, on: string) =>
    text(`${name} 于 ${on} 答复：未同意`, `Declined by ${name} on ${on}`),
  withdrawRequest: text('撤回申请', 'Withdraw the request'),
  requestWithdrawn: text('已撤回', 'withdrawn'),
  requestWithdrawnBy: (name: string, on: string) =>
    text(`${name} 于 ${on} 撤回`, `Withdrawn by ${name} on ${on}`),
  declinedReason: text('未同意的原因', 'Reason for declining'),
  declinedReasonMissing: text(
    '请填写未同意的原因（不超过 500 字）。',
    'Say why it is declined, in 500 characters or fewer.',
  ),
  grantUndo: text('同意并撤销', 'Grant and undo'),
  grantCorrect: text('同意并更正', 'Grant and correct'),
  decline: text('不同意', 'Decline'),
  grantOrDecline: text('答复', 'Answer'),
} as const;
