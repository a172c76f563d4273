-- Plans are few among goods: the list of plans reads an index of its own, not the whole shelf.
create index product_plans on catalogue.product (sku) where is_listed and sold_as <> 'goods';
