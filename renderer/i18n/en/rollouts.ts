import type zh from '../zh/rollouts'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
