import type zh from '../zh/categories'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
