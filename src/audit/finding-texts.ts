import { type Text, text } from '../values/text.js';
import type { UnplacedFinding } from './decisions/decision-finding.js';

const MOST_PARTS = 5;

/** A finding in words. People count entries from 1. */
export function findingText(at: number, judged: UnplacedFinding): Text {
  const said = saidOf(judged);
  return text(`第 ${at + 1} 条：${said['zh-CN']}`, `Entry ${at + 1}: ${said.en}`);
}

function saidOf(judged: UnplacedFinding): Text {
  switch (judged.fault) {
    case 'unknown-rule-set':
      return text(
        `所依规则（摘要 ${judged.digest}）未提供，无法复核。`,
        `the rules that it names (digest ${judged.digest}) are not at hand; it cannot be decided again.`,
      );
    case 'unknown-handbook':
      return text(
        `所依积分手册（版本 ${judged.version}）未提供，无法复核。`,
        `the handbook that it names (version ${judged.version}) is not at hand; it cannot be decided again.`,
      );
    case 'unreadable':
      return text(
        '不是本系统的事件，无法复核。',
        'it is no event of this library; it cannot be decided again.',
      );
    case 'refused': {
      const { 'zh-CN': zh, en } = judged.refusal.text;
      return text(`按所依规则不应受理：${zh}`, `the rules that it names refuse it: ${en}`);
    }
    case 'repeated':
      return text(
        '与已有记录相同，重复记了一次。',
        'it records once more what stands already; sent again, it would have led to nothing.',
      );
    case 'differs': {
      const { parts } = judged;
      const shown = parts.slice(0, MOST_PARTS).join(', ');
      const named = parts.length > MOST_PARTS ? `${shown} …` : shown;
      return text(
        `与按所依规则得出的不同：${named}。`,
        `the rules that it names give something else: ${named}.`,
      );
    }
  }
}
