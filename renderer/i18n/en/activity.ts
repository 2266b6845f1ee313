import type zh from '../zh/activity'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
