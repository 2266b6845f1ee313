import type zh from '../zh/rollout-plan'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
