import type zh from '../zh/rollout-run'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
