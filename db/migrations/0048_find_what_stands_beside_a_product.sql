-- Who looks at a product is shown others of its place in the shop, its brand first: the shelf in that order,
-- to be read from where the product stands. It finds what is in a place as well as the index it replaces.
create index product_beside on catalogue.product (category text_pattern_ops, lower(brand), sku)
 where is_listed;
drop index catalogue.product_by_category;
