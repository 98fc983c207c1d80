@_exported public import PostModel
