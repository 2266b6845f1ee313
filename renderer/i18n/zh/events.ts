export default {
  title: '事件',
  unseen: '{n} 条未读',
  markAllSeen: '全部标为已读',
  setup: '接收设置',
  reading: '正在读取事件',
  older: '更早的事件',
  kind: {
    ticket: '票据',
    authorized: '授权',
    unauthorized: '授权',
    codeRetrieved: '找回授权码',
    audit: '审核',
    profile: '资料',
    category: '类目',
    capability: '能力',
    settlement: '入驻',
    other: '其他'
  },
  handling: {
    waiting: '处理中',
    done: '已处理',
    failed: '处理失败'
  },
  filter: {
    label: '筛选',
    unseenOnly: '只看未读',
    alsoShow: '也显示',
    clear: '清除筛选',
    merchant: '只看这个商家',
    merchantPlaceholder: '商家名称或 AppID',
    unknownMerchant: '请从列表里选一个商家，或输入完整的 AppID'
  },
  nothing: {
    noneYet: '还没有收到事件',
    noneYetText:
      '平台会推送审核结果、授权变化、类目和能力的申请结果，以及每十分钟一次的票据。要收到它们，需要在账号页选好接收方式（内置接收、中继或粘贴），并把接收地址填到开放平台的控制台。',
    toAccount: '打开账号页',
    nothingToSee: '还没有要看的事件',
    nothingToSeeText: '接收正常。票据和找回授权码的消息平时不显示，打开上面的「票据」「找回授权码」就能看到。',
    noneUnseen: '没有未读的事件',
    noneFits: '没有符合的事件',
    narrowedText: '减少筛选条件可以看到更多；票据和找回授权码的事件平时不显示。'
  },
  row: {
    fold: '收起：{title}',
    unfold: '展开：{title}',
    isNew: '新',
    copies: '平台推送了 {n} 次，只处理一次',
    trouble: '处理失败：{text}',
    retry: '重试',
    receivedAt: '{ago}收到'
  },
  raw: {
    title: '{event} 原文',
    label: '{event} 的原文',
    times: '收到 {received}（中国时间），来自{source}',
    timesHappened: '发生 {happened}，收到 {received}（中国时间），来自{source}',
    copy: '复制',
    copied: '已复制',
    copyFailed: '没有复制成功'
  }
} as const
