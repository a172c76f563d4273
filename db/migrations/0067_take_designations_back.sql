-- A case that goes to no centre of the list any more loses the one it was designated to.
grant delete on service.designation to evermend_app;
