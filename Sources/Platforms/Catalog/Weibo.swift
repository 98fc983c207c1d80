import PostModel

extension Platform {
  /// Posts of Weibo: links only, in real pages.
  static let weibo = Platform(
    id: "weibo", name: "Weibo", hosts: ["weibo.com", "weibo.cn"],
    syntax: ["user": TokenSyntax(.digits, 5...12), "id": TokenSyntax(.alphanumeric, 9...16)],
    permalinks: [
      URLTemplate("/{user}/{id}", canonical: "https://weibo.com/{user}/{id}"),
      "m.weibo.cn/status/{id}", "m.weibo.cn/detail/{id}", "/detail/{id}",
      URLTemplate("m.weibo.cn/{user}/{id}", canonical: "https://weibo.com/{user}/{id}"),
      URLTemplate(
        "/tv/show/*:{id}", id: "tv/{id}", canonical: "https://weibo.com/tv/show/1034:{id}"),
    ],
    canonical: "https://weibo.com/detail/{id}",
    others: [
      Other("/u/{user}", "an account's page"),
      Other("service.weibo.com/share/**", "a share dialog"),
    ],
    time: PostClock.weibo,
    examples: [
      Example(
        "https://m.weibo.cn/detail/4323047042991618", id: "4323047042991618",
        permalink: "https://weibo.com/detail/4323047042991618", platform: "weibo"),
      Example(none: "https://service.weibo.com/share/share.php?url=https://example.org"),
    ])
}
