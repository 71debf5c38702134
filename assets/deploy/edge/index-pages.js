// A bucket knows no index pages: /about/ is the object about/index.html, and /about leads there.
function handler(event) {
    var request = event.request;
    var uri = request.uri.replace(/^\/+/, '/');
    if (uri.endsWith('/')) {
        request.uri = uri + 'index.html';
    } else if (uri.split('/').pop().indexOf('.') < 0) {
        return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: uri + '/' } } };
    }
    return request;
}
