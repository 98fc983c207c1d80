import PostModel

extension Platform {
  /// Posts, photographs and films of Facebook: `div.fb-post`, `div.fb-video`, the plug-in frames,
  /// `amp-facebook`, and the blockquote that the code holds for readers without scripts.
  static let facebook = Platform(
    id: "facebook", name: "Facebook", hosts: ["facebook.com", "fb.com", "facebookcorewwwi.onion"],
    syntax: [
      "handle": TokenSyntax(.name, 3...80), "page": TokenSyntax(.digits, 1...20),
      "id": TokenSyntax(.base64URL, 3...90), "number": TokenSyntax(.digits, 3...20),
      "code": TokenSyntax(.base64URL, 3...40), "kind": TokenSyntax(.alphanumeric, 1...1),
      "group": TokenSyntax(.name, 1...80), "slug": TokenSyntax(.any, 1...300),
    ],
    permalinks: [
      URLTemplate(
        "/permalink.php?story_fbid={id}&id={page}",
        canonical: base + "permalink.php?story_fbid={id}&id={page}"),
      URLTemplate(
        "/story.php?story_fbid={id}&id={page}",
        canonical: base + "permalink.php?story_fbid={id}&id={page}"),
      URLTemplate("/photo.php?fbid={number}", id: "{number}", canonical: photo),
      URLTemplate("/photo/**?fbid={number}", id: "{number}", canonical: photo),
      URLTemplate("/watch/**?v={number}", id: "{number}", canonical: base + "watch/?v={number}"),
      URLTemplate("/video.php?v={number}", id: "{number}", canonical: base + "watch/?v={number}"),
      URLTemplate("/reel/{number}/**", id: "{number}", canonical: base + "reel/{number}"),
      URLTemplate(
        "/groups/{group}/posts/{number}/**", id: "{number}", canonical: inGroup),
      URLTemplate(
        "/groups/{group}/permalink/{number}/**", id: "{number}", canonical: inGroup),
      URLTemplate(
        "/share/{kind}/{code}/**", id: "share/{code}", canonical: base + "share/{kind}/{code}/"),
      URLTemplate("/share/{code}", id: "share/{code}", canonical: base + "share/{code}/"),
      URLTemplate(
        "/notes/{group}/{slug}/{number}", id: "{number}",
        canonical: base + "notes/{group}/{slug}/{number}/"),
      URLTemplate("fb.watch/{code}/**", id: "watch/{code}", canonical: "https://fb.watch/{code}/"),
      URLTemplate("/{page}/posts/{id}:*", canonical: base + "{page}/posts/{id}"),
      URLTemplate("/{page}/posts/{id}/**", canonical: base + "{page}/posts/{id}"),
      URLTemplate(
        "/{page}/videos/{number}/**", id: "{number}", canonical: base + "{page}/videos/{number}"),
      "/{handle}/posts/{id}:*",
      URLTemplate("/{handle}/posts/*/{number}/**", id: "{number}", canonical: posts),
      URLTemplate("/{handle}/posts/*-{number}/**", id: "{number}", canonical: posts),
      "/{handle}/posts/{id}/**",
      URLTemplate("/{handle}/videos/*/{number}/**", id: "{number}", canonical: videos),
      URLTemplate("/{handle}/videos/{number}/**", id: "{number}", canonical: videos),
      URLTemplate(
        "/{page}/photos/*/{number}/**", id: "{number}", canonical: photo),
      URLTemplate(
        "/{handle}/photos/{album}/{number}/**", id: "{number}",
        canonical: base + "{handle}/photos/{album}/{number}"),
      URLTemplate(
        "/{handle}/photos/{number}/**", id: "{number}",
        canonical: base + "{handle}/photos/{number}"),
    ],
    frames: [
      URLTemplate(
        "/video/embed?video_id={number}", id: "{number}", canonical: base + "watch/?v={number}"),
      URLTemplate("/v/{number}", id: "{number}", canonical: base + "watch/?v={number}"),
    ],
    canonical: base + "{handle}/posts/{id}",
    reservedHandles: ["groups", "events", "pages", "watch", "plugins", "sharer", "dialog"],
    others: [
      Other("/sharer/**", "a share dialog"), Other("/sharer.php", "a share dialog"),
      Other("/share.php", "a share dialog"), Other("/dialog/**", "a share dialog"),
      Other("/plugins/like.php", "a like button"), Other("/plugins/page.php", "a page's box"),
      Other("/plugins/comments.php", "comments"), Other("/plugins/share_button.php", "a button"),
      Other("/plugins/likebox.php", "a page's box"), Other("/plugins/follow.php", "a button"),
      Other("/events/**", "an event"), Other("fb.me/**", "a short link that hides its target"),
      Other("/plugins/**", "a box or button"), Other("/groups/*", "a group's page"),
      Other("/{handle}", "a page or profile"),
    ],
    embeds: [
      .furniture(class: "fb-page"), .furniture(class: "fb-comments"), .furniture(class: "fb-like"),
      .furniture(class: "fb-share-button"), .furniture(class: "fb-follow"),
      .furniture(class: "fb-like-box"), .furniture(class: "fb-group"),
      .furniture(class: "fb-send"),
      .classed("fb-post", cited, kind: .blockquote, .postedBy),
      .classed("fb-video", cited, kind: .blockquote, .postedBy),
      .classed("fb-comment-embed", [.address(attribute: "data-href")], kind: .blockquote),
      .mediaEmbed("facebook", address: base),
      EmbedPattern(
        EmbedPattern.Selector(name: "embetty-video", attribute: "type", value: "facebook"),
        kind: .customElement,
        references: [
          .remainder(attribute: "video-id", after: "", address: base + "watch/?v=")
        ]),
      .element("fb:post", [.address(attribute: "href")], .postedBy),
      .element("fb:video", [.address(attribute: "href")], .postedBy),
      .element("amp-facebook", [.address(attribute: "data-href")]),
      .element("amp-facebook-comments", []),
      .blockquote(
        class: "fb-xfbml-parse-ignore", [.address(attribute: "cite"), .lastLink], .postedBy),
      EmbedPattern(
        EmbedPattern.Selector(name: "blockquote", attribute: "cite"), kind: .blockquote,
        references: [.address(attribute: "cite")], fallback: .postedBy),
    ],
    profile: base + "{handle}",
    examples: [
      Example(
        "https://m.facebook.com/harbour.museum/posts/3598676806886847:0?__tn__=-R",
        id: "3598676806886847", handle: "harbour.museum",
        permalink: "https://www.facebook.com/harbour.museum/posts/3598676806886847",
        platform: "facebook"),
      Example(
        "https://www.facebook.com/harbour.museum/videos/the-old-pier/1661762744185332/",
        id: "1661762744185332", handle: "harbour.museum",
        permalink: "https://www.facebook.com/harbour.museum/videos/1661762744185332",
        platform: "facebook"),
      Example(
        "https://www.facebook.com/photo/?fbid=10207393772231779&set=a.1",
        id: "10207393772231779",
        permalink: "https://www.facebook.com/photo.php?fbid=10207393772231779",
        platform: "facebook"),
      Example(none: "https://www.facebook.com/sharer/sharer.php?u=https://example.org"),
      Example(none: "https://www.facebook.com/harbour.museum"),
    ])

  /// The frame's address is that of a picture or ends in an alias; what is cited has the post's own,
  /// unless the code was made by the documentation's form, where what is typed in is shown.
  private static let cited: [EmbedPattern.Reference] = [
    .inner(attribute: "cite", besides: "developers.facebook.com"),
    .address(attribute: "data-href"), .inner(attribute: "cite"),
  ]
  private static let base = "https://www.facebook.com/"
  private static let inGroup = base + "groups/{group}/posts/{number}/"
  private static let posts = base + "{handle}/posts/{number}"
  private static let videos = base + "{handle}/videos/{number}"
  private static let photo = base + "photo.php?fbid={number}"
}
