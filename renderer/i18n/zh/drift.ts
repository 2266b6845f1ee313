export default {
  title: '版本差距',
  label: '商家的版本',
  reading: '正在读取商家的版本',
  refreshing: '正在刷新，还有 {n} 个',
  nothingTitle: '没有符合的商家',
  nothingText: '换一个搜索词，或减少筛选条件。',
  clear: '清除筛选',
  emptyTitle: '还没有商家',
  emptyText: '商家授权给这个第三方小程序应用后，这里显示它们落后最新模板多少。',
  none: '无',
  column: {
    merchant: '商家',
    online: '线上',
    review: '审核',
    test: '测试',
    behind: '落后',
    since: '自',
    hosts: '宿主端',
    readAt: '读取于'
  },
  target: {
    label: '和哪个模板比',
    newest: '{version}（最新）',
    described: '{version} · {description}',
    newestDescribed: '{version}（最新） · {description}',
    noTemplates: '模板库里没有模板'
  },
  behind: '{n} 个版本',
  standing: {
    behind: '落后',
    current: '不落后',
    unknown: '不能判断',
    none: '没有线上版本'
  },
  inReview: '审核中',
  tags: '标签',
  searchPlaceholder: '名称、AppID、标签',
  search: '搜索商家',
  noneBehind: '列表里没有落后的商家',
  allFresh: '都是一小时内读取的',
  refresh: '刷新过时的',
  refreshSome: '刷新 {n} 个过时的',
  plan: '为落后的做计划',
  planSome: '为落后的 {n} 个做计划',
  version: {
    inReview: '审核中',
    passed: '已通过',
    rejected: '未通过',
    withdrawn: '已撤回',
    takenDown: '已下架'
  },
  template: {
    unknown: '模板不明',
    certain: '模板 {id}',
    guessed: '模板 {id}？',
    unknownHint: '不能判断来自哪个模板：模板库里没有版本号和描述都相同的',
    certainHint: '模板 {id}：由本机的上传记录得知',
    guessedHint: '可能是模板 {id}：只按版本号和描述推断，不一定准'
  },
  shares: {
    rest: '其他版本',
    none: '没有线上版本',
    words: '线上版本：{parts}',
    part: '{version} {n} 个',
    hint: '{version}：{n} 个'
  }
} as const
