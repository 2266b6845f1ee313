import type zh from '../zh/frame'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
