"""Image captioning: a picture in, words out one by one."""
