import PostModel
