/**
 * What is offered over HTTP, as plain handlers: a request value in, a response value out. The flow room binds them to a
 * server. The page's assets lie in the resources beside this package.
 */
@NullMarked
package bactrian.web;

import org.jspecify.annotations.NullMarked;
