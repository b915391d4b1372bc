import type { Kind } from '../brief/index.js';
import { COMMON_ATTRIBUTES, date, idOf, oneOf, parties } from './common.js';

/** After Popolo's Event. */
export const event: Kind = {
  tag: 'event',
  title: 'Event',
  plural: 'Events',
  summary: 'Something that happens at a time: a meeting, a call, a summit, a signing.',
  role: 'entity',
  forms: ['text', 'record'],
  attributes: [
    ...COMMON_ATTRIBUTES,
    {
      name: 'classification',
      type: oneOf([
        { value: 'meeting', summary: 'People meet.' },
        { value: 'call', summary: 'They talk by phone or video.' },
        { value: 'dialogue', summary: 'One meeting in a regular series, such as a 2+2.' },
        { value: 'summit', summary: 'Heads of state or government meet.' },
        { value: 'signing', summary: 'An agreement is signed.' },
        { value: 'vote', summary: 'A body votes.' },
      ]),
      summary: 'The type of event.',
    },
    { name: 'start_date', type: date, summary: 'When it takes place, or begins.' },
    { name: 'end_date', type: date, summary: 'When it ends, if not on the same day.' },
    { name: 'place', type: idOf('place'), summary: 'Where.' },
    {
      name: 'attendees',
      type: parties,
      summary: 'Who was there.',
    },
    { name: 'parties', type: parties, summary: 'The parties that they represent.' },
  ],
  example: ':event[introductory call]{ref=intro-call-2025-02}',
  aliases: ['meeting', 'summit', 'conference', 'visit', 'talks'],
  look: { icon: 'calendar', symbol: 'Event', completion: 'Event', tint: 'teal' },
  firstAttributes: { classification: 'meeting', start_date: '2026-01-31', place: 'its-place' },
};
