'use client';

import { useEffect, useState } from 'react';
import { answer } from '../program.mjs';

export function InBrowser() {
  const [said, say] = useState('');
  useEffect(() => say(answer()), []);
  return <output id="answer">{said}</output>;
}
