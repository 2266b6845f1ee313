import type { z } from 'zod'
import type { planFile } from '../../../electron/cli/plan-file'

/** A plan as a person would write it. */
export const contents = {
  title: '四季菜单 2.4.0',
  work: {
    kind: 'ship',
    templateId: '70001',
    version: '2.4.0',
    description: '换成冬季菜单',
    extJson: null,
    until: 'release',
    hosts: { by: 'available' },
    note: '',
    release: 'when_approved'
  },
  waves: { by: 'number', sizes: [2] },
  gate: { by: 'operator' },
  stop: { failurePercent: 20, sameCause: 5 },
  startAt: null,
  merchants: { all: true }
} satisfies z.input<typeof planFile>
