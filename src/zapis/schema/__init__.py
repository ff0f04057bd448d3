"""The shape of front matter and of zapis.yaml: keys, forms, types, and what is wrong with them."""
