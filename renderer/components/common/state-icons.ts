const circle = 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8z'

/**
 * The pictures of the states, as strokes in a square of 16. They are paths and not components, because a list changes
 * dozens of them with every key pressed in its search, and changing a path costs a fraction of exchanging a component.
 */
export const stateIcons = {
  done: `${circle}M5.3 8.3l1.9 1.9 3.5-4`,
  failed: `${circle}M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2`,
  attention: `${circle}M8 4.8v3.8M8 10.9v.3`,
  note: `${circle}M8 7.3v3.9M8 4.8v.3`,
  waiting: `${circle}M8 4.6V8l2.3 1.5`,
  takenBack: 'M6 3.6L3.2 6.4 6 9.2M3.2 6.4h6.3a3.1 3.1 0 0 1 0 6.2H6.6',
  toSend: 'M13.6 2.4L2.4 6.9l4.3 2.4 2.4 4.3zM13.6 2.4L6.7 9.3',
  nothing: 'M4.2 8h7.6'
} as const

export type StateIcon = keyof typeof stateIcons
